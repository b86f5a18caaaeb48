import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('companionship', '0006_beside_each_other'),
        ('organisations', '0003_check_settings'),
        ('people', '0008_rests'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='Around',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_shared', models.BooleanField(default=False, verbose_name='my volunteers may see who does what')),
                ('shared_on', models.DateField(blank=True, null=True, verbose_name='said on')),
                ('no_map_on', models.DateField(blank=True, null=True, verbose_name='rather no map, said on')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='around', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NetworkMap',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('moment', models.CharField(choices=[('start', 'At the start'), ('half_year', 'After six months'), ('year', 'After a year'), ('between', 'In between')], max_length=9, verbose_name='moment')),
                ('drawn_on', models.DateField(verbose_name='drawn together on')),
                ('agreed_how', models.CharField(choices=[('in_person', 'in a talk'), ('by_phone', 'by phone'), ('on_paper', 'on paper')], max_length=9, verbose_name='how they agreed')),
                ('own_strength', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what goes well by myself')),
                ('own_solutions', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what I or people around me can do about it')),
                ('wish', naast.core.fields.EncryptedTextField(blank=True, verbose_name='whom I would like to see more')),
                ('next_on', models.DateField(blank=True, null=True, verbose_name='draw again on')),
                ('user_id', models.UUIDField(null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='network_maps', to='people.person')),
            ],
            options={
                'ordering': ['-drawn_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person'], name='surrounding_organis_b0e05e_idx'), models.Index(condition=models.Q(('next_on__isnull', False)), fields=['organisation', 'next_on'], name='map_to_draw_again')],
            },
        ),
        migrations.CreateModel(
            name='MapPerson',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', naast.core.fields.EncryptedTextField(verbose_name='name, or what you call them')),
                ('ring', models.PositiveSmallIntegerField(choices=[(1, 'close to me'), (2, 'I can count on them'), (3, 'I know them')], verbose_name='how near')),
                ('category', models.CharField(choices=[('self', 'what I do myself'), ('usual', 'usual care: people in the same home'), ('informal', 'informal care: family or others who care for long'), ('friends', 'friends and neighbours'), ('volunteers', 'volunteers'), ('professionals', 'professionals')], max_length=13, verbose_name='what kind of help')),
                ('means', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what they mean to me')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('network_map', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='surroundings.networkmap')),
            ],
            options={
                'ordering': ['ring', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Outcome',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('moment', models.CharField(choices=[('start', 'At the start'), ('three', 'After three months'), ('year', 'After a year')], max_length=5)),
                ('asked_on', models.DateField()),
                ('changed', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what changed since we began')),
                ('contact', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Not at all'), (2, 'A little'), (3, 'Half'), (4, 'Mostly'), (5, 'Fully')], null=True)),
                ('looks_forward', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Not at all'), (2, 'A little'), (3, 'Half'), (4, 'Mostly'), (5, 'Fully')], null=True)),
                ('how', models.CharField(choices=[('here', 'on this screen'), ('phone', 'by phone or in a talk'), ('paper', 'on paper')], default='here', max_length=5, verbose_name='how it came in')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('not_now_on', models.DateField(blank=True, null=True)),
                ('user_id', models.UUIDField(null=True)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outcomes', to='people.person')),
            ],
            options={
                'ordering': ['asked_on', 'id'],
                'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True), ('not_now_on__isnull', True)), fields=['organisation', 'person'], name='outcome_to_answer')],
                'constraints': [models.UniqueConstraint(fields=('match', 'moment'), name='one_outcome_a_moment')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeQuestions',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asks_outcome', models.BooleanField(default=False, verbose_name='ask participants what changed, at the start, after 3 and after 12 months')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='programmes.programme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Saying',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('invited_on', models.DateField(blank=True, null=True)),
                ('not_now_on', models.DateField(blank=True, null=True)),
                ('text', naast.core.fields.EncryptedTextField(blank=True, verbose_name='in your own words')),
                ('audience', models.CharField(choices=[('coordinator', 'the coordinator'), ('professional', 'the coordinator and my professional')], default='coordinator', max_length=12, verbose_name='who may read it')),
                ('how', models.CharField(choices=[('here', 'on this screen'), ('phone', 'by phone or in a talk'), ('paper', 'on paper')], default='here', max_length=5, verbose_name='how it came in')),
                ('said_at', models.DateTimeField(blank=True, null=True)),
                ('user_id', models.UUIDField(null=True)),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='our answer, or what we do with it')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sayings', to='people.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'person'], name='surrounding_organis_065783_idx'), models.Index(condition=models.Q(('said_at__isnull', False), ('answered_at__isnull', True)), fields=['organisation', 'said_at'], name='saying_to_answer')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('said_at__isnull', True), ('not_now_on__isnull', True)), fields=('person',), name='one_open_invitation')],
            },
        ),
        migrations.CreateModel(
            name='AroundLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('who', naast.core.fields.EncryptedTextField(verbose_name='who')),
                ('category', models.CharField(choices=[('self', 'what I do myself'), ('usual', 'usual care: people in the same home'), ('informal', 'informal care: family or others who care for long'), ('friends', 'friends and neighbours'), ('volunteers', 'volunteers'), ('professionals', 'professionals')], max_length=13, verbose_name='what kind of help')),
                ('does', naast.core.fields.EncryptedTextField(verbose_name='what they do')),
                ('when', models.CharField(blank=True, max_length=120, verbose_name='when')),
                ('phone', naast.core.fields.EncryptedTextField(blank=True, verbose_name='phone')),
                ('since_on', models.DateField(blank=True, null=True, verbose_name='since')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('is_shared', models.BooleanField(default=False, verbose_name='volunteers may see this line too')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='around_lines', to='people.person')),
            ],
            options={
                'ordering': ['since_on', 'id'],
                'indexes': [models.Index(fields=['organisation', 'person'], name='surrounding_organis_e9444f_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('since_on__isnull', True), ('until_on__isnull', True), ('until_on__gte', models.F('since_on')), _connector='OR'), name='around_line_ends_after_it_starts', violation_error_message='The last day comes after the first.')],
            },
        ),
        migrations.CreateModel(
            name='LedToHelp',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('service', models.CharField(max_length=120, verbose_name='which help or service')),
                ('led_on', models.DateField(verbose_name='when')),
                ('outcome', models.CharField(choices=[('under_way', 'under way'), ('worked', 'it worked out'), ('different', 'it became something else')], default='under_way', max_length=9, verbose_name='did it work out?')),
                ('words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='in a few words')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='led_to_help', to='people.person')),
            ],
            options={
                'ordering': ['-led_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'person'], name='surrounding_organis_11f721_idx')],
            },
        ),
        migrations.CreateModel(
            name='MatchCheck',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('volunteer', 'the volunteer'), ('participant', 'the participant')], max_length=11)),
                ('asked_on', models.DateField()),
                ('at_ease', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Not at all'), (2, 'A little'), (3, 'Half'), (4, 'Mostly'), (5, 'Fully')], null=True)),
                ('wants_alike', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Not at all'), (2, 'A little'), (3, 'Half'), (4, 'Mostly'), (5, 'Fully')], null=True)),
                ('often', models.CharField(blank=True, choices=[('little', 'too little'), ('good', 'good'), ('much', 'too much')], max_length=6)),
                ('keeps_to_it', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Not at all'), (2, 'A little'), (3, 'Half'), (4, 'Mostly'), (5, 'Fully')], null=True)),
                ('wants_to_talk', models.BooleanField(blank=True, null=True)),
                ('go_on', models.CharField(blank=True, choices=[('yes', 'yes'), ('doubt', 'I am not sure'), ('rather_not', 'rather not')], max_length=10)),
                ('words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='anything else')),
                ('how', models.CharField(choices=[('here', 'on this screen'), ('phone', 'by phone or in a talk'), ('paper', 'on paper')], default='here', max_length=5, verbose_name='how it came in')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('user_id', models.UUIDField(null=True)),
                ('seen_at', models.DateTimeField(blank=True, null=True)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='companionship.match')),
                ('milestone', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='checks', to='companionship.milestone')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='match_checks', to='people.person')),
            ],
            options={
                'ordering': ['asked_on', 'id'],
                'indexes': [models.Index(condition=models.Q(('answered_at__isnull', True)), fields=['organisation', 'person'], name='check_to_answer'), models.Index(condition=models.Q(('answered_at__isnull', False), ('seen_at__isnull', True)), fields=['organisation', 'answered_at'], name='check_to_read')],
                'constraints': [models.UniqueConstraint(fields=('milestone', 'side'), name='one_check_a_moment_and_side')],
            },
        ),
    ]
