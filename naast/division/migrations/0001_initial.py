import django.core.validators
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
            name='Division',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('waits_since', models.DateTimeField()),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('talked_on', models.DateField(blank=True, null=True, verbose_name='talked through on')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='talk it through again on')),
                ('match', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='division', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='divisions', to='programmes.programme')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('agreed_on__isnull', True), ('match__isnull', False)), fields=['organisation', 'waits_since'], name='division_waits'), models.Index(condition=models.Q(('match__isnull', False), ('review_on__isnull', False)), fields=['organisation', 'review_on'], name='division_to_review')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('match__isnull', True)), fields=('programme',), name='one_example_a_programme')],
            },
        ),
        migrations.CreateModel(
            name='DivisionVersion',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('content', naast.core.fields.EncryptedJSONField(default=dict)),
                ('division', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='division.division')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('division', 'number'), name='one_version_a_number')],
            },
        ),
        migrations.CreateModel(
            name='DivisionYes',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('side', models.CharField(choices=[('volunteer', 'The volunteer'), ('professional', 'The professional')], max_length=12)),
                ('said_on', models.DateField(verbose_name='on')),
                ('is_on_paper', models.BooleanField(default=False)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='yeses', to='division.divisionversion')),
            ],
            options={
                'ordering': ['side'],
                'constraints': [models.UniqueConstraint(fields=('version', 'side'), name='one_yes_a_side')],
            },
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('until_on', models.DateField(verbose_name='until')),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what to know')),
                ('stand_in_asked', models.BooleanField(default=False)),
                ('nobody_needed', models.BooleanField(default=False)),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hand_overs', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='hand_overs_read', to='people.person')),
                ('step', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='hand_over', to='companionship.matchstep')),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['stand_in', 'until_on'], name='division_ha_stand_i_b8a823_idx'), models.Index(fields=['organisation', 'until_on'], name='division_ha_organis_321f59_idx')],
            },
        ),
        migrations.CreateModel(
            name='Idea',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='your idea')),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='our answer')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='volunteer_ideas', to='programmes.programme')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['programme', '-id'], name='division_id_program_801959_idx'), models.Index(condition=models.Q(('answered_on__isnull', True)), fields=['organisation', 'id'], name='idea_without_answer')],
            },
        ),
        migrations.CreateModel(
            name='PassedOn',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('about', models.CharField(blank=True, max_length=200, verbose_name='what it is about')),
                ('text', naast.core.fields.EncryptedTextField(verbose_name='one sentence')),
                ('taken_up_on', models.DateField(blank=True, null=True)),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='in one line')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='passed_on', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('taken_up_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('taken_up_on__isnull', True)), fields=['organisation', 'created_at'], name='passed_on_waits'), models.Index(fields=['organisation', 'taken_up_on'], name='division_pa_organis_a3f158_idx')],
            },
        ),
        migrations.CreateModel(
            name='PatternMove',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('from_pattern', models.CharField(choices=[('extra', 'Extra: on top of what professionals do'), ('peer', 'Peer: beside the professional'), ('owner', 'Owner: on their own, with somebody on call')], max_length=10)),
                ('to_pattern', models.CharField(choices=[('extra', 'Extra: on top of what professionals do'), ('peer', 'Peer: beside the professional'), ('owner', 'Owner: on their own, with somebody on call')], max_length=10)),
                ('moved_on', models.DateField(verbose_name='from which day')),
                ('reason', naast.core.fields.EncryptedTextField(verbose_name='why')),
                ('match', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pattern_moves', to='companionship.match')),
                ('moved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-moved_on', '-id'],
                'indexes': [models.Index(fields=['match', '-moved_on'], name='division_pa_match_i_99f1b1_idx')],
            },
        ),
        migrations.CreateModel(
            name='RoomWish',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('wants', models.CharField(choices=[('guided', 'I like it when somebody is near and decides with me'), ('together', 'I like to decide together'), ('own', 'I like to decide by myself, with somebody I can call')], max_length=10, verbose_name='what I like best')),
                ('said_on', models.DateField()),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='room_wish', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StaffingLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('weekday', models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], verbose_name='day')),
                ('part', models.CharField(choices=[('1morning', 'morning'), ('2afternoon', 'afternoon'), ('3evening', 'evening'), ('4night', 'night')], max_length=10, verbose_name='part of the day')),
                ('needed', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(99)], verbose_name='paid people needed')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='staffing_lines', to='programmes.programme')),
            ],
            options={
                'ordering': ['weekday', 'part', 'id'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'weekday', 'part'), name='one_staffing_line_a_moment'), models.CheckConstraint(condition=models.Q(('needed__gte', 1)), name='staffing_needs_somebody')],
            },
        ),
        migrations.CreateModel(
            name='StaffingDay',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('day', models.DateField(verbose_name='day')),
                ('paid', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(99)], verbose_name='paid people who are there')),
                ('can_wait', models.CharField(blank=True, max_length=300, verbose_name='what can wait')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='division.staffingline')),
            ],
            options={
                'ordering': ['-day'],
                'constraints': [models.UniqueConstraint(fields=('line', 'day'), name='one_staffing_day_a_line')],
            },
        ),
        migrations.CreateModel(
            name='ExtraHand',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_hands', to='people.person')),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='extra_hands', to='division.staffingline')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('line', 'person'), name='one_extra_hand_a_line')],
            },
        ),
        migrations.CreateModel(
            name='StandIn',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='stand_in', to='companionship.match')),
                ('named_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stands_in', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Tension',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('open', 'On the table'), ('agreed', 'Agreed'), ('looked_back', 'Looked back'), ('closed', 'Closed')], default='open', max_length=12)),
                ('state_since', models.DateTimeField()),
                ('happened', naast.core.fields.EncryptedTextField(verbose_name='what happened')),
                ('volunteer_view', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how the volunteer sees it')),
                ('volunteer_how', models.CharField(choices=[('awaited', 'not written yet'), ('own', 'in their own words'), ('written_down', 'in their words, written down by the coordinator'), ('did_not_want', 'rather did not say')], default='awaited', max_length=12)),
                ('professional_view', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how the professional sees it')),
                ('professional_how', models.CharField(choices=[('awaited', 'not written yet'), ('own', 'in their own words'), ('written_down', 'in their words, written down by the coordinator'), ('did_not_want', 'rather did not say')], default='awaited', max_length=12)),
                ('agreed', naast.core.fields.EncryptedTextField(blank=True, verbose_name='what we agreed')),
                ('looked_back', naast.core.fields.EncryptedTextField(blank=True, verbose_name='how it went')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='we look back on')),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('match', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='tensions', to='companionship.match')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('professional', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tensions', to='organisations.membership')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tensions', to='programmes.programme')),
                ('told_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('volunteer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tensions', to='people.person')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('closed_on__isnull', True)), fields=['organisation', 'created_at'], name='tension_open'), models.Index(condition=models.Q(('closed_on__isnull', False)), fields=['organisation', 'closed_on'], name='tension_closed')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', 'closed')), models.Q(models.Q(('state', 'closed'), _negated=True), ('closed_on__isnull', True)), _connector='OR'), name='closed_tension_has_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Terms',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('review_months', models.PositiveSmallIntegerField(default=6, verbose_name='talk it through every (months)')),
                ('guideline', models.TextField(blank=True, verbose_name='short guideline')),
                ('reach_days', models.JSONField(blank=True, default=list, verbose_name='days')),
                ('reach_from', models.TimeField(blank=True, null=True, verbose_name='from')),
                ('reach_until', models.TimeField(blank=True, null=True, verbose_name='until')),
                ('staff_contacts', models.JSONField(null=True, verbose_name='contacts that belong to professionals')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='division_terms', to='programmes.programme')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
