import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
        ('programmes', '0010_basic_care'),
    ]

    operations = [
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('laptop', 'Laptop or tablet'), ('phone', 'Phone'), ('badge', 'Badge or key'), ('clothes', 'Clothes'), ('other', 'Something else')], max_length=7, verbose_name='what')),
                ('label', models.CharField(max_length=100, verbose_name='how you call it')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='number on it')),
                ('has_data', models.BooleanField(default=False, verbose_name='personal data may be on it')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='what belongs to it')),
                ('retired_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['label', 'id'],
                'indexes': [models.Index(fields=['organisation', 'label', 'id'], name='lending_ite_organis_3d3e19_idx')],
            },
        ),
        migrations.CreateModel(
            name='Loan',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('since_on', models.DateField(verbose_name='since')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='back on')),
                ('confirmed_on', models.DateField(blank=True, null=True)),
                ('back_on', models.DateField(blank=True, null=True, verbose_name='came back on')),
                ('condition', models.CharField(blank=True, choices=[('fine', 'As it was'), ('broken', 'Broken or worn'), ('lost', 'Lost or stolen')], max_length=6, verbose_name='how it came back')),
                ('is_wiped', models.BooleanField(null=True, verbose_name='data on it is erased')),
                ('note', naast.core.fields.EncryptedTextField(blank=True, verbose_name='anything to know')),
                ('told', models.CharField(blank=True, choices=[('fine', 'As it was'), ('broken', 'Broken or worn'), ('lost', 'Lost or stolen')], max_length=6, verbose_name='what happened')),
                ('told_on', models.DateField(blank=True, null=True)),
                ('told_words', naast.core.fields.EncryptedTextField(blank=True, verbose_name='in their own words')),
                ('heard_on', models.DateField(blank=True, null=True)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='loans', to='lending.item')),
                ('lent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='loans', to='people.person')),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('back_on__isnull', True)), fields=['organisation', 'due_on', 'id'], name='loan_open'), models.Index(condition=models.Q(('back_on__isnull', True), ('heard_on__isnull', True), ('told_on__isnull', False)), fields=['organisation', 'id'], name='loan_told'), models.Index(condition=models.Q(('is_wiped', False)), fields=['organisation', 'id'], name='loan_unwiped'), models.Index(condition=models.Q(('back_on__isnull', False)), fields=['organisation', 'back_on'], name='loan_over'), models.Index(fields=['person', '-id'], name='lending_loa_person__7471d2_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('back_on__isnull', True)), fields=('item',), name='lent_once_at_a_time'), models.CheckConstraint(condition=models.Q(('back_on__isnull', True), ('back_on__gte', models.F('since_on')), _connector='OR'), name='back_after_it_left'), models.CheckConstraint(condition=models.Q(('back_on__isnull', True), models.Q(('condition', ''), _negated=True), _connector='OR'), name='back_says_how')],
            },
        ),
        migrations.CreateModel(
            name='OwnDevices',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('rule', models.CharField(choices=[('never', 'Leave your own device at home'), ('ask', 'Ask your coordinator first'), ('fine', 'Your own device is fine, without papers of somebody on it')], max_length=5, verbose_name='the rule')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='why')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='own_devices', to='programmes.programme')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
