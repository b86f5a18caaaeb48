import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '__first__'),
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Household',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('given_name', models.CharField(max_length=100, verbose_name='first name')),
                ('family_name', models.CharField(blank=True, max_length=150, verbose_name='family name')),
                ('sort_name', models.CharField(editable=False, max_length=255)),
                ('birth_on', models.DateField(blank=True, null=True, verbose_name='date of birth')),
                ('gender', models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'Otherwise')], max_length=10, verbose_name='gender')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                ('phone', models.CharField(blank=True, max_length=20, verbose_name='phone')),
                ('street', models.CharField(blank=True, max_length=160, verbose_name='street and number')),
                ('postcode', models.CharField(blank=True, max_length=10, verbose_name='postcode')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('weekly', models.PositiveIntegerField(blank=True, null=True, verbose_name='free parts of the week')),
                ('prefers_paper', models.BooleanField(default=False, verbose_name='by phone or on paper')),
                ('external_id', models.CharField(blank=True, max_length=60, verbose_name='number in your own list')),
                ('household', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to='people.household')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'sort_name', 'id'], name='people_pers_organis_0edb0c_idx'), models.Index(fields=['organisation', 'email'], name='people_pers_organis_f1aeb4_idx'), models.Index(fields=['organisation', 'phone'], name='people_pers_organis_c9e87d_idx'), models.Index(fields=['organisation', 'external_id'], name='people_pers_organis_c14e9e_idx')],
            },
        ),
        migrations.CreateModel(
            name='ParticipantProfile',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('status', models.CharField(choices=[('active', 'Active'), ('former', 'Said goodbye')], default='active', max_length=10, verbose_name='status')),
                ('sort_name', models.CharField(default='', editable=False, max_length=255)),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='known to us since')),
                ('strengths', models.TextField(blank=True, verbose_name='strengths')),
                ('network', naast.core.fields.EncryptedTextField(blank=True, verbose_name='people around this person')),
                ('background', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what a volunteer should know')),
                ('trusted_name', models.CharField(blank=True, max_length=150, verbose_name='trusted person')),
                ('trusted_phone', models.CharField(blank=True, max_length=20, verbose_name='phone of the trusted person')),
                ('home_has_smoker', models.BooleanField(blank=True, null=True, verbose_name='somebody smokes at home')),
                ('home_pets', models.JSONField(blank=True, default=list, verbose_name='pets at home')),
                ('home_has_stairs', models.BooleanField(blank=True, null=True, verbose_name='stairs at home')),
                ('allergies', models.JSONField(blank=True, default=list, verbose_name='allergies')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('professional', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='participants', to='organisations.membership')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='participant', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'status', 'sort_name', 'id'], name='people_part_organis_d26051_idx')],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('audience', models.CharField(choices=[('coordinator', 'Me and the coordinator'), ('team', 'Coordinators and the professional'), ('person', 'Also the person it is about')], max_length=12, verbose_name='who may read this')),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='note')),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='people.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'person', '-id'], name='people_note_organis_7856ec_idx')],
            },
        ),
        migrations.CreateModel(
            name='HatChange',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('to_hat', models.CharField(max_length=12)),
                ('changed_on', models.DateField(verbose_name='date')),
                ('expects', naast.core.fields.EncryptedTextField(verbose_name='what the person expects')),
                ('we_expect', naast.core.fields.EncryptedTextField(verbose_name='what we expect')),
                ('first_review_on', models.DateField()),
                ('second_review_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hat_changes', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('purpose', models.CharField(choices=[('volunteer_support', 'A volunteer stands beside me'), ('lived_experience', 'My own experience may be used to find a match'), ('own_criteria', 'My own wish about who somebody is may be used')], max_length=20, verbose_name='for what')),
                ('given_on', models.DateField(verbose_name='said yes on')),
                ('how', models.CharField(choices=[('in_person', 'in a talk'), ('by_phone', 'by phone'), ('on_paper', 'on paper'), ('on_screen', 'on this screen')], max_length=10, verbose_name='how')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='taken back on')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'person', 'purpose'], name='people_cons_organis_30de76_idx')],
            },
        ),
        migrations.CreateModel(
            name='AvailabilityException',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(verbose_name='until')),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='note')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='exceptions', to='people.person')),
            ],
            options={
                'ordering': ['from_on'],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='exception_ends_after_it_starts', violation_error_message='The last day comes after the first.')],
            },
        ),
        migrations.CreateModel(
            name='PersonLanguage',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(max_length=8, verbose_name='language')),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'a little'), (2, 'well'), (3, 'fluently')], default=2, verbose_name='level')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='languages', to='people.person')),
            ],
            options={
                'ordering': ['-level', 'language'],
                'constraints': [models.UniqueConstraint(fields=('person', 'language'), name='language_once_a_person')],
            },
        ),
        migrations.CreateModel(
            name='PersonWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'word', 'person'], name='people_pers_organis_ee14b2_idx')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('interest', 'Interest'), ('competence', 'Competence'), ('experience', 'Lived experience'), ('theme', 'Theme'), ('own_criterion', 'Own wish about who somebody is')], max_length=15, verbose_name='kind')),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'kind', 'name'), name='topic_named_once')],
            },
        ),
        migrations.CreateModel(
            name='PersonTopic',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('stance', models.CharField(choices=[('likes', 'likes'), ('rather_not', 'rather not'), ('can', 'can do'), ('learn', 'wants to learn'), ('lived', 'has lived through')], max_length=10)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='people.person')),
                ('topic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='people.topic')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('person', 'topic', 'stance'), name='topic_stance_once')],
            },
        ),
        migrations.CreateModel(
            name='VolunteerProfile',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('status', models.CharField(choices=[('interested', 'Getting to know each other'), ('active', 'Active'), ('paused', 'Paused'), ('former', 'Said goodbye')], default='active', max_length=10, verbose_name='status')),
                ('sort_name', models.CharField(default='', editable=False, max_length=255)),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='volunteer since')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='said goodbye on')),
                ('strengths', models.TextField(blank=True, verbose_name='strengths')),
                ('motives', models.TextField(blank=True, verbose_name='motives: why somebody does this')),
                ('knowledge', models.TextField(blank=True, verbose_name='knowledge and experience')),
                ('possibilities', models.TextField(blank=True, verbose_name='possibilities: time, place, means')),
                ('wishes', models.TextField(blank=True, verbose_name='wishes')),
                ('common_ground', models.TextField(blank=True, verbose_name='common ground with the people or the theme')),
                ('professional_past', models.TextField(blank=True, verbose_name='professional past')),
                ('last_discussed_on', models.DateField(blank=True, null=True, verbose_name='last talked through on')),
                ('own_limits', naast.core.fields.EncryptedTextField(blank=True, verbose_name='own limits')),
                ('support_wishes', models.JSONField(blank=True, default=list, verbose_name='what helps me')),
                ('support_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what helps me, in my own words')),
                ('refused_tasks', models.JSONField(blank=True, default=list, verbose_name='what I don’t do')),
                ('max_matches', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='at most this many matches')),
                ('heaviest', models.PositiveSmallIntegerField(choices=[(1, 'light'), (2, 'medium'), (3, 'heavy')], default=2, verbose_name='heaviest match that suits')),
                ('max_travel_km', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='travels at most (km)')),
                ('rather_not_nearby', models.BooleanField(default=False, verbose_name='rather not in my own neighbourhood')),
                ('types', models.JSONField(blank=True, default=list, verbose_name='kind of contact')),
                ('styles', models.JSONField(blank=True, default=list, verbose_name='style')),
                ('rhythm_min', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='visits in four weeks, at least')),
                ('rhythm_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='visits in four weeks, at most')),
                ('term_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='wants to do this for (months)')),
                ('closeness', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'friendly, with some distance'), (2, 'warm'), (3, 'close, like a friend')], null=True, verbose_name='how close')),
                ('smokes', models.BooleanField(blank=True, null=True, verbose_name='smokes')),
                ('accepts_smoking', models.BooleanField(blank=True, null=True, verbose_name='fine with smoking')),
                ('accepts_pets', models.BooleanField(blank=True, null=True, verbose_name='fine with pets')),
                ('accepts_stairs', models.BooleanField(blank=True, null=True, verbose_name='can climb stairs')),
                ('allergies', models.JSONField(blank=True, default=list, verbose_name='allergies')),
                ('is_also_staff', models.BooleanField(default=False, verbose_name='also paid by this organisation')),
                ('staff_note', models.TextField(blank=True, verbose_name='how the volunteering differs from the job')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='volunteer', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'status', 'sort_name', 'id'], name='people_volu_organis_31412c_idx')],
            },
        ),
    ]
